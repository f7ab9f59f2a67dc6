"""One measurement of the Python package: FILE WARM_UP_FILE -> one line of JSON, as measure.ts prints it."""

import array
import hashlib
import json
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "training" / "goldens"))
from tokens_oracle import encoding  # noqa: E402

timed, warm_up = (pathlib.Path(p).read_bytes().decode() for p in sys.argv[1:3])
start = time.perf_counter()
o200k = encoding("o200k_base")
load = time.perf_counter() - start
until = time.perf_counter() + 1.0
while time.perf_counter() < until:
    o200k.encode_ordinary(warm_up)


def measure() -> tuple[float, list[int]]:
    start = time.perf_counter()
    ids = o200k.encode_ordinary(timed)
    return (time.perf_counter() - start) * 1000, ids


cold, ids = measure()
warm, _ = measure()
digest = hashlib.sha256(array.array("I", ids).tobytes()).hexdigest()
print(json.dumps({"load": load * 1000, "cold": cold, "warm": warm, "tokens": len(ids), "hash": digest}))
