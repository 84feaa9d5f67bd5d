"""The console: pages for administrators, rendered here, in Arabic and French, without any script (ADR 32)."""
