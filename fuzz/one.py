"""One reader under atheris: python -m fuzz.one READER [options of libFuzzer]."""

import sys

import atheris

with atheris.instrument_imports(include=["webref"]):
    from fuzz.readers import READERS

if __name__ == "__main__":
    read = READERS[sys.argv.pop(1)]()
    atheris.Setup(sys.argv, lambda data: read(data.decode("utf-8", "surrogateescape")))
    atheris.Fuzz()
