"""How a new record is begun, whoever asks: `resilience new`, or a form that somebody filled in."""
