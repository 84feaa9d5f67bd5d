"""Serves a centre: one process of uvicorn, its limits, its logs and its end."""

from __future__ import annotations

import gc
import sys

import uvicorn

from sync.server.app import make_app
from sync.server.service import Centre
from sync.server.settings import Settings
from sync.server.watch import log_as_json

GRACE_S = 30
"""Requests under way have so long to end; whole frames of the others are stored, and are offered again."""
_YOUNG, _MIDDLE, _OLD = 200_000, 20, 50
"""Rarer collections than Python's own: what an exchange makes, some ten thousand values at a time, ends with it and
lies in no cycle; looking for cycles among them took a seventh of its time."""
_TURN_S = 0.02
"""How long one thread keeps the interpreter while others want it: deciding a day takes forty milliseconds, and what is
begun and put aside in a wave makes everybody's answer late."""
_HEAD_BYTES = 16_384


def serve(centre: Centre, settings: Settings, host: str, port: int) -> int:
    """Answer until a signal ends it; gives the exit status."""
    log_as_json(settings.log_level)
    app = make_app(centre)
    sys.setswitchinterval(_TURN_S)
    gc.collect()
    gc.freeze()  # what is there now stays for good, and need not be looked at again
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    sys.stdout.write(f"massar-centre listens on {host}:{port}\n")
    sys.stdout.flush()
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE_S,
        limit_concurrency=settings.connections,
        h11_max_incomplete_event_size=_HEAD_BYTES,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
        ssl_certfile=str(settings.certificate) if settings.certificate else None,
        ssl_keyfile=str(settings.private_key) if settings.private_key else None,
    )
    return 0
