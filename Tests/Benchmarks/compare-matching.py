#!/usr/bin/env python3
"""Matching of 100,000 terms by other tools: pyahocorasick and ripgrep, and visavis as a whole command.

    pip install pyahocorasick && sudo apt-get install ripgrep
    python3 Tests/Benchmarks/compare-matching.py .build/release/visavis

The rows and the text are those of `GeneratedRows.swift`, three times its text; times are of the processor.
Compare "Scan 1 MB of tokens for 100,000 rows" of TranslationBenchmarks with `iter_long`, which finds the
longest terms as visavis does.
"""

import os
import subprocess
import sys
import tempfile

SYLLABLES = (
    "ba be bi bo ca ce co da de do fa fi ga gui ha je la le li lo ma me mo na ne no pa pe po ra re ri "
    "sa se so ta te tran pont char vil mont ger neau tard dun bor lin"
).split()


class Numbers:
    """Knuth's MMIX generator, as in Swift."""

    def __init__(self, state):
        self.state = state

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def word(self):
        return "".join(SYLLABLES[self.below(len(SYLLABLES))] for _ in range(2 + self.below(3)))


def make_terms(count=100_000):
    numbers, seen, terms = Numbers(1), set(), []
    while len(terms) < count:
        term = " ".join([numbers.word() for _ in range(1 + numbers.below(3))])
        if term not in seen:
            seen.add(term)
            terms.append(term[0].upper() + term[1:])
    return terms


def make_text(terms, size):
    numbers, lines, total = Numbers(2), [], 0
    while total < size:
        words = [
            terms[numbers.below(len(terms))] if index % 10 == 3 else numbers.word()
            for index in range(20)
        ]
        lines.append(" ".join(words) + ".")
        total += len(lines[-1]) + 1
    return "\n".join(lines) + "\n"


def timed(action):
    """Seconds of processor time, of this process or the one it ran, and the result."""
    start = sum(os.times()[:4])
    result = action()
    return sum(os.times()[:4]) - start, result


def row(tool, setup, scan, size, note):
    speed = f"{size / scan / 1e6:8.1f}" if scan else "       –"
    print(f"{tool:34} {setup * 1000:9.0f} {speed}  {note}")


def main():
    terms = make_terms()
    text = make_text(terms, 3_000_000)
    folded, lowered = text.lower(), [term.lower() for term in terms]
    print(f"{'tool':34} {'build, ms':>9} {'MB/s':>8}")
    try:
        import ahocorasick

        def build():
            automaton = ahocorasick.Automaton()
            for term in lowered:
                automaton.add_word(term, len(term))
            automaton.make_automaton()
            return automaton

        setup, automaton = timed(build)
        for name in ("iter", "iter_long"):
            scan, hits = timed(lambda: sum(1 for _ in getattr(automaton, name)(folded)))
            row(f"pyahocorasick {name}", setup, scan, len(text), f"{hits} hits")
    except ImportError:
        print("pyahocorasick is missing: pip install pyahocorasick")
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name)
        with open(path("text"), "w") as file:
            file.write(folded)
        with open(path("terms"), "w") as file:
            file.write("\n".join(lowered) + "\n")
        with open(path("rows.tsv"), "w") as file:
            file.write("fr\ten\tkind\n" + "".join(f"{term}\t{term}\tplace\n" for term in terms))
        with open(path("source"), "w") as file:
            file.write(text)
        run = lambda *command: subprocess.run(command, capture_output=True, check=True).stdout
        try:
            scan, out = timed(lambda: run("rg", "-F", "-o", "-f", path("terms"), path("text")))
            row("rg -F -o -f (whole command)", 0, scan, len(text), f"{out.count(10)} hits")
        except FileNotFoundError:
            print("ripgrep is missing: apt-get install ripgrep")
        if len(sys.argv) > 1:
            command = [sys.argv[1], "translate", "--engine", "terms", "--no-builtin", "--quiet"]
            command += ["--format", "text", "--glossary", path("rows.tsv")]
            os.environ["XDG_CACHE_HOME"] = folder
            with open(path("empty"), "w") as file:
                file.write("Rien.\n")
            first, _ = timed(lambda: run(*command, path("empty")))
            start, _ = timed(lambda: run(*command, path("empty")))
            scan, _ = timed(lambda: run(*command, path("source")))
            row(
                "visavis translate (whole command)", first - start, scan - start, len(text),
                f"start {start * 1000:.0f} ms; the whole path to English, not matching alone")


if __name__ == "__main__":
    main()
