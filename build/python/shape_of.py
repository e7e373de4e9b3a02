"""Tells how Python reads programs: of each, the kinds of its nodes, and its texts, in order.

Reads a JSON list of programs, writes a JSON list of [kinds, texts]. Bytes are parsed, as of a file: a line that names an encoding counts.
"""

import ast
import json
import sys


def shape(program):
    nodes = list(ast.walk(ast.parse(program.encode("utf-8"))))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [[type(node).__name__ for node in nodes], texts]


json.dump([shape(program) for program in json.load(sys.stdin)], sys.stdout)
