"""An uploaded workbook read whole, or refused with reasons; only ever run inside the limited child."""
