"""What the sentence encoder costs: cold start, chunks a second, memory with 100,000 chunks, nearest vectors.

Run as a script, best on a quiet machine: prints the figures beside what is wanted, the machine's load, and the bare
torch floor (the same matrix products alone); by the clock and, for a machine that is not quiet, by processor time.
`million` as an argument adds 1,000,000 vectors (2 GB while it compares), all compared and, where faiss is installed,
by its short list.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.domain.encoding import HalfVectors, Vectors
    from engine.mind.network.matrix import VectorMatrix

WIDTH = 384
# About 128 tokens of ordinary English each, no two alike.
SENTENCES = (
    "The recorder watches the focused window and merges what it sees into activities. ",
    "Each chapter of the report compares the budget of the quarter with the year before. ",
    "A treaty was signed in the spring, and trade along the river grew in the decade after it. ",
    "Heat flows through the plate faster where the boundary layer turns turbulent near the edge. ",
    "Install the package, restart the service and look into the log for the first warning. ",
    "She moved the meeting to Thursday because half of the team was still on the train. ",
    "Vectors of texts with a like meaning point in a like direction, whatever words they use. ",
    "The recipe asks for two cups of flour, a spoon of salt and a night in the refrigerator. ",
)

# Runs in a process of its own: from its start to the first vector, and what it holds with 100,000 vectors.
_COLD = """
import time; began = time.perf_counter()
import json, resource, sys
from pathlib import Path
import numpy as np
from engine.mind.encoder import find_encoder
encoder = find_encoder("", Path(sys.argv[1]))
vector = encoder.encode(["what did I read about budgets last week?"])
first = [time.perf_counter() - began, time.process_time()]
from engine.mind.network.matrix import VectorMatrix
matrix = VectorMatrix(encoder.dimensions)
noise = np.random.default_rng(1)
ids = np.arange(1024)
vectors = lambda: noise.standard_normal((1024, encoder.dimensions), dtype=np.float32).astype(np.float16)
matrix.load((ids + number * 1024, vectors()) for number in range(98))
matrix.top(vector[0], 20)
encoder.encode(["a longer text of some words " * 40] * 16)
heavy = [name for name in ("torch._dynamo", "sympy", "torch._inductor", "scipy") if name in sys.modules]
print(json.dumps([*first, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, heavy]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


def cost(calls: Sequence[Callable[[], object]]) -> list[Cost]:
    """Return what each call cost."""
    found = []
    for call in calls:
        start, busy = perf_counter(), process_time()
        call()
        found.append(Cost(perf_counter() - start, process_time() - busy))
    return found


def ms(name: str, costs: list[Cost], wanted: str = "") -> list[Figure]:
    """Return the median and the 95th percentile in milliseconds."""
    clock, processor = sorted(one.clock for one in costs), sorted(one.processor for one in costs)
    late = int(len(costs) * 0.95)
    return [
        Figure(f"{name}, ms, median", median(clock) * 1000, wanted),
        Figure(f"{name}, ms, 95th percentile", clock[late] * 1000),
        Figure(f"{name}, ms of the processor, median", median(processor) * 1000),
    ]


def cold_start(speed_file: Path) -> tuple[Cost, float, list[str]]:
    """Return what a new process took to its first vector, its MB with 100,000 vectors, and heavy modules in it."""
    done = subprocess.run(
        [sys.executable, "-c", _COLD, str(speed_file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    clock, processor, megabytes, heavy = json.loads(done.stdout)
    return Cost(clock, processor), megabytes, heavy


def chunks(count: int, tokens: Callable[[str], int]) -> list[str]:
    """Return texts of 128 tokens, no two alike."""
    found = []
    for number in range(count):
        words = f"{number} {SENTENCES[number % 8]}{SENTENCES[(number // 8 + number) % 8]}".split() * 8
        while tokens(" ".join(words)) > 128:
            words = words[: max(1, len(words) * 127 // tokens(" ".join(words)))]
        found.append(" ".join(words))
    return found


def encoding_figures(speed_file: Path) -> list[Figure]:
    """Measure chunks a second on one thread, and the floor: the matrix products of the network alone."""
    import torch

    from engine.mind.encoder import shipped_folder
    from engine.mind.network.embedder import Embedder
    from engine.mind.network.tokenizer_file import read_tokenizer

    tokenizer = read_tokenizer(shipped_folder() / "tokenizer.json", 30_522)
    embedder = Embedder(shipped_folder(), tokenizer, None, speed_file)
    texts = chunks(128, lambda text: len(tokenizer.tokens(text, 1000)))
    embedder.encode(texts[:16])
    rounds = cost([lambda: embedder.encode(texts)] * 4)
    floor = cost([products(embedder.dtype)] * 20)
    queries = cost([lambda: embedder.encode(["where did I read about turbulent layers?"])] * 20)
    rate, busy_rate = (len(texts) / min(getattr(one, name) for one in rounds) for name in ("clock", "processor"))
    busy_floor = 8 / min(one.processor for one in floor)
    return [
        Figure(f"chunks of 128 tokens a second ({str(embedder.dtype).partition('.')[2]})", rate, "45 at least"),
        Figure("chunks of 128 tokens per second of the processor", busy_rate),
        Figure("the matrix products alone, chunks per second of the processor", busy_floor),
        Figure("share of that floor", busy_rate / busy_floor),
        *ms("one query", queries),
        Figure("threads torch uses", torch.get_num_threads(), "1"),
    ]


def products(dtype: object) -> Callable[[], None]:
    """Return what does the linear maps alone, for eight chunks of 128 tokens at once."""
    import torch

    x, inner = torch.randn(8 * 128, WIDTH, dtype=dtype), torch.randn(8 * 128, 4 * WIDTH, dtype=dtype)  # type: ignore[call-overload]
    square, wide = torch.randn(WIDTH, WIDTH, dtype=dtype), torch.randn(4 * WIDTH, WIDTH, dtype=dtype)  # type: ignore[call-overload]
    narrow = wide.T.contiguous()

    def layers() -> None:
        with torch.inference_mode():
            for _ in range(6):
                for _ in range(4):
                    torch.nn.functional.linear(x, square)
                torch.nn.functional.linear(x, wide)
                torch.nn.functional.linear(inner, narrow)

    layers()
    return layers


def vectors_like_texts(count: int, seed: int) -> HalfVectors:
    """Return vectors that lie in groups, as those of real texts do; on the sphere, half precision."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((2000, WIDTH), dtype=np.float32)
    found = np.empty((count, WIDTH), dtype=np.float16)
    for start in range(0, count, 50_000):
        size = min(50_000, count - start)
        rows = centres[rng.integers(0, len(centres), size)]
        rows = rows + 1.1 * rng.standard_normal((size, WIDTH), dtype=np.float32)
        found[start : start + size] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


def nearest_figures(count: int, wanted: str, *, listed: bool = False) -> list[Figure]:
    """Measure a query among so many vectors, and recall against the product in float32."""
    from engine.mind.network.matrix import VectorMatrix

    vectors = vectors_like_texts(count, 1)
    matrix = VectorMatrix(WIDTH, listed_from=1 << 40)
    matrix.load([(np.arange(count), vectors)])
    queries: Vectors = vectors_like_texts(30, 2).astype(np.float32)
    exact = [_nearest_ten(vectors, query) for query in queries]
    matrix.top(queries[0], 10)
    figures = _asked(f"nearest 100 of {count:,}", matrix, queries, exact, wanted)
    among = np.sort(np.random.default_rng(3).choice(count, 2000, replace=False))
    figures += ms("the same among 2,000 given ids", cost([partial(matrix.top, query, 100, among) for query in queries]))
    if listed:
        making = cost([matrix.prepare])[0]
        figures.append(Figure("making the short list, s of the processor", making.processor))
        figures += _asked(f"nearest 100 of {count:,} by the short list", matrix, queries, exact, wanted)
    return figures


def _asked(name: str, matrix: VectorMatrix, queries: Vectors, exact: list[set[int]], wanted: str) -> list[Figure]:
    asked = cost([partial(matrix.top, query, 100) for query in queries])
    found = [{number for number, _ in matrix.top(query, 10)} for query in queries]
    recall = np.mean([len(one & other) / 10 for one, other in zip(found, exact, strict=True)])
    return [*ms(name, asked, wanted), Figure("its recall@10 against float32", float(recall), "0.97 at least")]


def _nearest_ten(vectors: HalfVectors, query: Vectors) -> set[int]:
    parts = [vectors[at : at + 50_000].astype(np.float32) @ query for at in range(0, len(vectors), 50_000)]
    return set(np.argpartition(np.concatenate(parts), -10)[-10:].tolist())


def main() -> None:
    """Print the figures."""
    from tempfile import TemporaryDirectory

    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{os.cpu_count()} processors, load {load:.1f} at the start; nothing else should run")
    with TemporaryDirectory() as folder:
        speed_file = Path(folder) / "speed.json"
        first, _, _ = cold_start(speed_file)
        starts = [cold_start(speed_file) for _ in range(3)]
        figures = [
            Figure("very first start to first vector, s", first.clock),
            Figure("start to first vector, s", median(start.clock for start, _, _ in starts), "3.5 at most"),
            Figure("start to first vector, s of the processor", median(start.processor for start, _, _ in starts)),
            Figure("memory with 100,352 vectors, MB", median(size for _, size, _ in starts), "550 at most"),
            *encoding_figures(speed_file),
            *nearest_figures(100_000, "about 6"),
        ]
        if "million" in sys.argv[1:]:
            from engine.mind.network.shortlist import can_list

            figures += nearest_figures(1_000_000, "250 at most", listed=can_list())
        show("the sentence encoder", figures)
        print(f"heavy modules loaded: {', '.join(starts[0][2]) or 'none'}")


if __name__ == "__main__":
    main()
