"""From picking to delivery: picking list, shortage, waybill, release, the cash order for the picked sum."""
