"""Enter the rates of the law, so that a new installation can write its first invoice."""

from django.db import migrations

from kontor.catalog.rates import KNOWN


def enter(apps, schema_editor):
    rate = apps.get_model("catalog", "VatRate")
    rate.objects.bulk_create(
        [rate(country=country, code=code, percent=percent, since=since) for country, code, percent, since in KNOWN],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
