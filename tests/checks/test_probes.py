"""The measured set of breakages: ours finds every one that hurts, in its place, and blames nothing that is fine."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from tests.tools import ROOT


@pytest.fixture(scope="module")
def probes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("probes", ROOT / "benchmarks" / "probes.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["probes"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_what_hurts_is_found_in_its_place_and_what_is_fine_is_left_alone(probes: ModuleType) -> None:
    answers = [a for a in probes.run() if a.probe.verdict != probes.SEEN]
    assert len(answers) >= 20
    assert [(a.probe.file, [f.rule for f in a.findings]) for a in answers if not a.good] == []
