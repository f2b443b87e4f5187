"""Builds and queries the same corpus with bigram, tantivy and SQLite FTS5; called by bench-peers.

tantivy and FTS5 have no tokenizer for Chinese that keeps positions, so they get text whose Han runs
are cut into overlapping bigrams beforehand; that time is not counted for them.
"""

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unicodedata

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUNS = re.compile(f"([{HAN}]+)|([a-z0-9]+)")
HAN_RUN = re.compile(f"[{HAN}]+")


def bigrams(text):
    """Words of a text: overlapping pairs of Han characters, runs of letters and digits."""
    words = []
    for match in RUNS.finditer(unicodedata.normalize("NFKC", text).lower()):
        han = match.group(1)
        if han is None:
            words.append(match.group(2))
        elif len(han) == 1:
            words.append(han)
        else:
            words += [han[i : i + 2] for i in range(len(han) - 1)]
    return words


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["title"] + "\n" + record["text"]


def draw_queries(path, seed):
    """Queries of seven classes, drawn from the corpus: (class, operator, phrases)."""
    draw = random.Random(seed)
    texts = list(read(path))
    sample = draw.sample(texts, min(len(texts), 400))
    counts, runs = {}, []
    for text in sample:
        found = [run for run in HAN_RUN.findall(text) if len(run) >= 2]
        runs += [run for run in found if len(run) >= 6]
        for pair in {run[i : i + 2] for run in found for i in range(len(run) - 1)}:
            counts[pair] = counts.get(pair, 0) + 1
    by_count = sorted(counts, key=lambda pair: (-counts[pair], pair))
    frequent = by_count[: max(20, len(by_count) // 200)]
    middle = by_count[len(by_count) // 50 : len(by_count) // 5]
    rare = [pair for pair in by_count if counts[pair] == 1]

    def piece(low, high):
        run = draw.choice(runs)
        length = min(len(run), draw.randint(low, high))
        start = draw.randint(0, len(run) - length)
        return run[start : start + length]

    queries = [("word, frequent", "AND", [draw.choice(frequent)]) for _ in range(30)]
    queries += [("word, middle", "AND", [draw.choice(middle)]) for _ in range(30)]
    queries += [("word, rare", "AND", [draw.choice(rare)]) for _ in range(30)]
    queries += [("3 to 4 characters", "AND", [piece(3, 4)]) for _ in range(30)]
    queries += [("6 to 12 characters", "AND", [piece(6, 12)]) for _ in range(60)]
    queries += [("two words", "AND", draw.sample(frequent, 2)) for _ in range(30)]
    queries += [
        ("three words, any", "OR", [draw.choice(frequent), draw.choice(middle), piece(3, 4)])
        for _ in range(30)
    ]
    return queries


def bytes_in(folder):
    return sum(
        os.path.getsize(os.path.join(where, name))
        for where, _, names in os.walk(folder)
        for name in names
    )


class Bigram:
    name = "bigram"

    def __init__(self, options):
        self.program = options.bigram
        self.folder = os.path.join(options.work, "bigram")

    def build(self, corpus, _words, threads):
        shutil.rmtree(self.folder, ignore_errors=True)
        printed = subprocess.run(
            [self.program, "build", corpus, self.folder, "--threads", str(threads)],
            stdout=subprocess.PIPE, check=True,
        ).stdout
        seconds = json.loads(printed.splitlines()[-1])["seconds"]
        return seconds

    def size(self):
        """Bytes without stored text and ids."""
        printed = subprocess.run(
            [self.program, "inspect", self.folder], stdout=subprocess.PIPE, check=True, text=True
        ).stdout
        lengths = re.findall(r"section \d+ (\w+): offset \d+, length (\d+)", printed)
        stored = {"text", "textOffsets", "ids", "idOffsets"}
        return sum(int(length) for name, length in lengths if name not in stored)

    def answer(self, queries, repeat):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            for _, operator, phrases in queries:
                quoted = [f'"{phrase}"' for phrase in phrases]
                file.write((" OR " if operator == "OR" else " ").join(quoted) + "\n")
            file.flush()
            printed = subprocess.run(
                [self.program, "search", self.folder, "--queries", file.name, "--repeat",
                 str(repeat)],
                stdout=subprocess.PIPE, check=True, text=True,
            ).stdout
        answers = [json.loads(line) for line in printed.splitlines()]
        return [(answer["total"], min(answer["took_us"])) for answer in answers]


class Tantivy:
    name = "tantivy 0.27"

    def __init__(self, options):
        import tantivy

        self.tantivy = tantivy
        self.folder = os.path.join(options.work, "tantivy")
        schema = tantivy.SchemaBuilder()
        schema.add_text_field(
            "text", stored=False, tokenizer_name="whitespace", index_option="position"
        )
        self.schema = schema.build()

    def build(self, _corpus, words, threads):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        start = time.perf_counter()
        self.index = self.tantivy.Index(self.schema, path=self.folder)
        writer = self.index.writer(heap_size=256_000_000, num_threads=threads)
        with open(words, encoding="utf-8") as lines:
            for line in lines:
                document = self.tantivy.Document()
                document.add_text("text", line.rstrip("\n"))
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        return time.perf_counter() - start

    def size(self):
        return bytes_in(self.folder)

    def query(self, operator, phrases):
        query, occur = self.tantivy.Query, self.tantivy.Occur
        parts = []
        for phrase in phrases:
            words = bigrams(phrase)
            if len(words) == 1:
                parts.append(query.term_query(self.schema, "text", words[0]))
            else:
                parts.append(query.phrase_query(self.schema, "text", words))
        if len(parts) == 1:
            return parts[0]
        how = occur.Should if operator == "OR" else occur.Must
        return query.boolean_query([(how, part) for part in parts])

    def answer(self, queries, repeat):
        searcher = self.index.searcher()
        result = []
        for _, operator, phrases in queries:
            times = []
            for _ in range(repeat):
                start = time.perf_counter()
                found = searcher.search(self.query(operator, phrases), 10, count=True)
                times.append((time.perf_counter() - start) * 1e6)
            result.append((found.count, min(times)))
        return result


class FTS5:
    name = "SQLite FTS5 " + sqlite3.sqlite_version

    def __init__(self, options):
        self.path = os.path.join(options.work, "fts5.db")

    def build(self, _corpus, words, _threads):
        if os.path.exists(self.path):
            os.remove(self.path)
        start = time.perf_counter()
        self.database = sqlite3.connect(self.path)
        self.database.execute(
            "CREATE VIRTUAL TABLE document USING fts5(text, content='', tokenize='unicode61')"
        )
        with open(words, encoding="utf-8") as lines:
            self.database.executemany(
                "INSERT INTO document(text) VALUES (?)", ((line.rstrip("\n"),) for line in lines)
            )
        self.database.commit()
        return time.perf_counter() - start

    def size(self):
        return os.path.getsize(self.path)

    def answer(self, queries, repeat):
        result = []
        for _, operator, phrases in queries:
            text = f" {operator} ".join('"' + " ".join(bigrams(phrase)) + '"' for phrase in phrases)
            times = []
            for _ in range(repeat):
                start = time.perf_counter()
                (total,) = self.database.execute(
                    "SELECT count(*) FROM document WHERE document MATCH ?", (text,)
                ).fetchone()
                self.database.execute(
                    "SELECT rowid FROM document WHERE document MATCH ? "
                    "ORDER BY bm25(document) LIMIT 10",
                    (text,),
                ).fetchall()
                times.append((time.perf_counter() - start) * 1e6)
            result.append((total, min(times)))
        return result


def percentile(times, share):
    times = sorted(times)
    return times[min(len(times) - 1, int(len(times) * share))]


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench-peers")
    parser.add_argument("corpus")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--bigram", default=os.path.join(os.path.dirname(__file__), "../.build/release/bigram")
    )
    options = parser.parse_args()
    if not os.access(options.bigram, os.X_OK):
        sys.exit(f"{options.bigram}: not there; run Scripts/build first, or name it with --bigram")
    words = os.path.join(options.work, "words.txt")
    start, size, documents = time.perf_counter(), 0, 0
    with open(words, "w", encoding="utf-8") as file:
        for text in read(options.corpus):
            documents += 1
            size += len(text.encode())
            file.write(" ".join(bigrams(text)) + "\n")
    print(
        f"{documents} documents, {size / 1e6:.1f} MB of text; cut into bigrams for tantivy and FTS5 in "
        f"{time.perf_counter() - start:.1f} s; {options.threads} thread(s), seed {options.seed}\n"
    )
    queries = draw_queries(options.corpus, options.seed)
    rows, totals, classes = [], [], {}
    for peer in [Bigram(options), Tantivy(options), FTS5(options)]:
        seconds = peer.build(options.corpus, words, options.threads)
        answers = peer.answer(queries, options.repeat)
        times = [took for _, took in answers]
        totals.append([total for total, _ in answers])
        wrong = sum(own != first for own, first in zip(totals[-1], totals[0]))
        rows.append(
            f"| {peer.name} | {size / 1e6 / seconds:.1f} | {peer.size() / 1e6:.1f} "
            f"| {peer.size() / size:.2f} | {percentile(times, 0.5):.0f} "
            f"| {percentile(times, 0.95):.0f} | {percentile(times, 0.99):.0f} | {wrong} |"
        )
        for (kind, _, _), took in zip(queries, times):
            classes.setdefault(kind, {}).setdefault(peer.name, []).append(took)
    print("| engine | build MB/s | index MB | of the text | p50 µs | p95 µs | p99 µs | other totals |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print("\n".join(rows))
    names = list(next(iter(classes.values())))
    print("\n| median µs | " + " | ".join(names) + " |\n| --- |" + " ---: |" * len(names))
    for kind, times in classes.items():
        print(f"| {kind} | " + " | ".join(f"{percentile(times[name], 0.5):.0f}" for name in names) + " |")


if __name__ == "__main__":
    main()
