"""Money that came: bank statements, cash desk, and which document each sum pays."""
