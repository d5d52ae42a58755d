"""What the matcher learns from coded evidence, and how well it does on texts that it has not seen."""
