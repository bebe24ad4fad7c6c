"""Who works here: staff, roles as named sets of rights, offices, stand-ins, sign-in."""
