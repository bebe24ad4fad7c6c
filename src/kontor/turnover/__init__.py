"""What was sold: lines with client and day, rolled up by month."""
