"""The forms of actions as JSON Schema: what a program may send, said once, by the form itself."""

from typing import Any, TypeAlias

from django import forms

from kontor.web.forms import DayField, MoneyField, QuantityField

Schema = dict[str, Any]
FormClass: TypeAlias = Any
"""A class of forms, of models or not: the two share no class that knows its fields."""


def schema_of(form: FormClass, **more: Schema) -> Schema:
    """A JSON object with the form's fields, and `more` that the address itself takes."""
    fields = form.base_fields if form else {}
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in fields.items()} | more,
        "required": [name for name, field in fields.items() if field.required and field.initial is None],
        "additionalProperties": False,
    }


def body(schema: Schema, *, required: bool = True) -> Schema:
    """The part of an operation that tells its body."""
    return {"requestBody": {"required": required, "content": {"application/json": {"schema": schema}}}}


def _field(field: forms.Field) -> Schema:
    told = _type(field)
    if words := " · ".join(str(text) for text in (field.label, field.help_text) if text):
        told["description"] = words
    return told


def _type(field: forms.Field) -> Schema:
    match field:
        case forms.ModelMultipleChoiceField():
            return {"type": "array", "items": {"type": "integer"}}
        case forms.ModelChoiceField():
            return {
                "type": "integer",
                "x-of": field.queryset.model._meta.model_name if field.queryset is not None else "",
            }
        case forms.MultipleChoiceField():
            return {"type": "array", "items": {"type": "string", "enum": _choices(field)}}
        case forms.ChoiceField():
            return {"type": "string", "enum": _choices(field)}
        case forms.BooleanField():
            return {"type": "boolean"}
        case forms.IntegerField() if not isinstance(field, forms.DecimalField | forms.FloatField):
            return {"type": "integer"}
        case MoneyField() | QuantityField() | forms.DecimalField():
            return {"type": "string", "format": "decimal"}
        case DayField() | forms.DateField():
            return {"type": "string", "format": "date"}
        case forms.FileField():
            return {"type": "string", "format": "binary"}
        case forms.CharField() if field.max_length:
            return {"type": "string", "maxLength": field.max_length}
    return {"type": "string"}


def _choices(field: forms.ChoiceField) -> list[str]:
    choices: Any = field.choices
    return [str(value) for value, _label in choices if value != ""]
