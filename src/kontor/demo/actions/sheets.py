"""Rows in bulk: one COPY per table, with keys given out beforehand, so that papers may name each other."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models
from psycopg.types.json import Jsonb


class Sheet:
    """The rows of one table, gathered in memory. A column that is not given has the default of its field."""

    def __init__(self, model: type[models.Model]) -> None:
        self.table = model._meta.db_table
        self.fields = model._meta.local_concrete_fields
        self.names = [field.attname for field in self.fields]
        self.key = model._meta.pk.attname
        self.own_key = isinstance(model._meta.pk, models.AutoField)
        self.json = [i for i, field in enumerate(self.fields) if isinstance(field, models.JSONField)]
        self.next = (model._default_manager.aggregate(top=models.Max("pk"))["top"] or 0) + 1
        self.key_column = str(model._meta.pk.column)
        self.rows: list[list[Any]] = []

    def add(self, values: Mapping[str, Any]) -> int:
        """Keep a row; answer its key. Values are named by column attribute (`client_id`)."""
        key: int = values.get(self.key, 0)
        if self.own_key:
            key, self.next = self.next, self.next + 1
            values = {**values, self.key: key}
        row = [values[field.attname] if field.attname in values else field.get_default() for field in self.fields]
        for place in self.json:
            row[place] = Jsonb(row[place])
        self.rows.append(row)
        return key

    def write(self) -> None:
        """Put the rows into the table, and let its keys go on after them."""
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in self.fields)
        with connection.cursor() as cursor:
            with cursor.copy(f"COPY {quote(self.table)} ({columns}) FROM STDIN") as copy:
                for row in self.rows:
                    copy.write_row(row)
            if self.own_key and self.rows:
                sequence = "SELECT setval(pg_get_serial_sequence(%s, %s), %s)"
                cursor.execute(sequence, [self.table, self.key_column, self.next - 1])
        self.rows.clear()


class Book:
    """All sheets, written in the order in which they were opened."""

    def __init__(self) -> None:
        self.sheets: dict[type[models.Model], Sheet] = {}

    def add(self, model: type[models.Model], /, **values: Any) -> int:
        """Keep a row of a table; answer its key."""
        if model not in self.sheets:
            self.sheets[model] = Sheet(model)
        return self.sheets[model].add(values)

    def last(self, model: type[models.Model], name: str) -> Any:
        """A value of the row that was added last."""
        sheet = self.sheets[model]
        return sheet.rows[-1][sheet.names.index(name)]

    def amend(self, model: type[models.Model], **values: Any) -> None:
        """Change the row that was added last."""
        sheet = self.sheets[model]
        for name, value in values.items():
            sheet.rows[-1][sheet.names.index(name)] = value

    def write(self) -> None:
        """Write what was gathered. Foreign keys are checked at the end of the transaction."""
        for sheet in self.sheets.values():
            sheet.write()
