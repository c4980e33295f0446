"""Publications of Italy."""
