"""Files, scans, and paper copies that have to come back."""
