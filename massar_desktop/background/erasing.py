"""What happens on this computer when the centre has it erased: see sync/client/erasure.py. The program then ends."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from massar_desktop.background.session import Session

_log = logging.getLogger(__name__)
_REQUEST_ID_BYTES = 16


def erase(session: Session, sign: Callable[[bytes], bytes]) -> None:
    """On the thread of long work: seal what was not sent, destroy the keys, have the program end."""
    from sync.client.bundle import Stick
    from sync.client.engine import Hooks
    from sync.client.erasure import erase as destroy
    from sync.client.office import device_key

    replica = session.replica
    stick = Stick(replica, device_key(replica), Hooks(lambda: os.urandom(_REQUEST_ID_BYTES), sign))
    path = replica.database.path
    if path is not None:
        left = destroy(path.parent, replica, lambda target: stick.write_request(target).operations)
        _log.info("erased by order of the centre; %d operations are sealed for it", left.operations)
    session.tasks.tell(lambda _: QCoreApplication.quit(), None)
