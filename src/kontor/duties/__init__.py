"""What somebody must do by when, because of which clause, and what proves that it was done."""
