"""What the steps read, made from the evidence as plain values that JSON can hold; not in the browser."""
