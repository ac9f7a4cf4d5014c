"""A database as a text of SQL."""


def _quoted_name(name):
    return '"' + name.replace('"', '""') + '"'


def _quoted(text):
    return "'" + text.replace("'", "''") + "'"


def _rows(cursor, table):
    """The statements that insert a table's rows."""
    columns = [row[1] for row in cursor.execute(f"PRAGMA table_info({_quoted_name(table)})").fetchall()]
    parts = "||','||".join([f"quote({_quoted_name(column)})" for column in columns])
    query = f"SELECT {_quoted('INSERT INTO ' + _quoted_name(table) + ' VALUES(')}||{parts}||')' FROM {_quoted_name(table)};"
    for row in cursor.execute(query).fetchall():
        yield f"{row[0]};"


def _iterdump(connection, *, filter=None):
    """The statements, one after the other."""
    cursor = connection.cursor()
    cursor.row_factory = None
    yield "BEGIN TRANSACTION;"
    condition = f" AND tbl_name LIKE {_quoted(filter)}" if filter is not None else ""
    tables = cursor.execute(
        f"SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL AND type = 'table'{condition} ORDER BY name").fetchall()
    sequence = []
    for name, _, sql in tables:
        if name == "sqlite_sequence":
            sequence = ['DELETE FROM "sqlite_sequence";', *_rows(cursor, name)]
            continue
        if name == "sqlite_stat1":
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith("sqlite_"):
            continue
        elif sql.startswith("CREATE VIRTUAL TABLE"):
            yield "PRAGMA writable_schema=ON;"
            values = ",".join([_quoted("table"), _quoted(name), _quoted(name), "0", _quoted(sql)])
            yield f"INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES({values});"
        else:
            yield f"{sql};"
        yield from _rows(cursor, name)
    others = cursor.execute(
        f"SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view'){condition}").fetchall()
    for (sql,) in others:
        yield f"{sql};"
    yield from sequence
    yield "COMMIT;"
