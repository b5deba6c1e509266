"""An uploaded PDF looked through for what must not be in it; only ever run inside the limited child."""
