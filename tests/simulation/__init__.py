"""Seeded runs of offices and a centre under every fault, watched by an oracle (sync.md 4 and 5).

One seed is one run, wholly determined by it: no thread, no real clock, no other source of chance. Real files at both
ends, the real engine, the centre called without a socket.

- `disk` files that stop at a statement, run full, and come back as a killed process would leave them
- `line` requests that are cut, lost, repeated, late, out of order
- `world` the centre and its provinces; `laptop` an office; `clerks` what people do; `older` files of older programs
- `releases` what is held of a revoked laptop is released
- `rights` the right to the confidential compartment, which ends and comes back in a quarter of the seeds
- `sticks` files in place of a line; `tangles` files that cross; `moves` people who go to another province
- `academy` in a fifth of the seeds a region has one; `act_clerks` who refers to it and who decides there; `referrals`
  that this happens often; what it must hold follows from its provinces' rows
- `collisions` at the end two laptops of a place write the same field of one person, also across a restore
- `aim` in half of the seeds misfortune is aimed at what comes seldom
- `life` what may happen at any moment; `run` one seed from start to calm
- `matrix` in which phase each fault struck
- `faults` errors of the product that it outlives
- `centre_audit`, `judge`, `merging`, `office_audit`, `reference` the oracle
- `evidence` what a run writes for `checker`, which knows nothing of the product
- `planting`, `mutants` bugs planted on purpose, each of which the oracle must find
"""
