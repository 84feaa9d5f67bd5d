"""Seeded runs of offices and a centre under every fault, watched by an oracle (sync.md 4 and 5).

One seed is one run, wholly determined by it: no thread, no real clock, no other source of chance. Real files at both
ends, the real engine, the centre called without a socket.

- `disk` files that stop at a statement, run full, and come back as a killed process would leave them
- `line` requests that are cut, lost, repeated, late, out of order
- `world` the centre, provinces and laptops; `clerks` what people do; `run` one seed from start to calm
- `centre_audit`, `office_audit`, `reference` the oracle
- `evidence` what a run writes for `checker`, which knows nothing of the product
- `mutants` bugs planted on purpose, each of which the oracle must find

Not simulated yet, and where each would enter:

- cloned and rolled-back office files: `Disk.snapshot`/`Disk.load` of an older copy in `Run._restart_office`; the
  outbox's renumbering then becomes a rule of `OfficeAudit.saves`
- restore of the centre (epochs, `safe`): `Disk.load` of an older copy in `World.restart_centre`; `CentreAudit` forgets
  the log above the restored head and every save above `safe` must come back
- bundles: one more `Way` in `line`, with the same frames delivered late, twice, in any order
- transfers between provinces and evictions: one more act in `clerks`, one more rule in `OfficeAudit.scopes`
- upgrades: files of older versions as templates of `disk`
- release of what is held (a revoked device, a fault at the centre): a step in `run`, and `Expected.held` ends there
"""
