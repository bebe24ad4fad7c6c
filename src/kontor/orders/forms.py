"""What the verbs of an order ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.orders.models import Offer, Order
from kontor.parties.models import DeliveryMethod, PaymentMethod, PaymentOrder, Person
from kontor.stock.models import Warehouse
from kontor.web.forms import DayField, MoneyField, QuantityField


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class StartForm(forms.Form):
    """Who orders, how the request came, and in which words."""

    client = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": _("Choose the client.")})
    source = forms.ChoiceField(
        label=_("How the request came"),
        choices=Order.Source.choices,
        initial=Order.Source.PHONE,
        widget=forms.RadioSelect,
    )
    request_text = forms.CharField(
        label=_("The client's own request"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class AddLineForm(forms.Form):
    product = forms.ModelChoiceField(Product.objects.filter(withdrawn_at=None), widget=forms.HiddenInput)
    quantity = QuantityField(required=False)
    version = forms.IntegerField(required=False)


class LineForm(forms.Form):
    """A changed cell of the grid: whichever of the two was sent."""

    qty = QuantityField(label=_("Quantity"), required=False)
    discount = MoneyField(label=_("Discount, %"), required=False, allow_zero=True)
    version = forms.IntegerField(required=False)


class TakeForm(forms.Form):
    product = forms.ModelChoiceField(Product.objects.filter(withdrawn_at=None))
    quantity = QuantityField()
    version = forms.IntegerField(required=False)


class OfferForm(forms.Form):
    product = forms.ModelChoiceField(Product.objects.all())
    kind = forms.ChoiceField(choices=Offer.Kind.choices)
    answer = forms.ChoiceField(choices=Offer.Answer.choices)


class PasteForm(forms.Form):
    rows = forms.CharField(
        label=_("Rows from a spreadsheet"),
        help_text=_("article or bar code, then the quantity"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8, "class": "mono"}),
    )


class HeadForm(forms.Form):
    """Terms of one order: how it is paid and delivered, when it is wanted."""

    payment_order = forms.ChoiceField(label=_("Payment"), choices=PaymentOrder.choices)
    payment_method = forms.ChoiceField(label=_("Paid by"), choices=PaymentMethod.choices, widget=forms.RadioSelect)
    delivery_method = forms.ChoiceField(label=_("Delivery"), choices=DeliveryMethod.choices)
    delivery_address = forms.CharField(label=_("Delivery address"), max_length=250, required=False)
    wanted_on = DayField(label=_("Wanted by"), required=False)
    warehouse = forms.ModelChoiceField(Warehouse.objects.all(), label=_("Warehouse"))
    contact = forms.ModelChoiceField(Person.objects.none(), label=_("Contact"), required=False)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        given = {name: getattr(order, name) for name in self.base_fields}
        super().__init__(*args, **{"initial": given, **kwargs})
        persons: Any = self.fields["contact"]
        persons.queryset = order.client.persons.filter(is_gone=False)
