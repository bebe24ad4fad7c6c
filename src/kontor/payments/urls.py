from django.urls import path

from kontor.payments.views import bank, cash, lines

app_name = "payments"
urlpatterns = [
    path("bank/", bank.bank, name="bank"),
    path("bank/sure/", bank.book_sure, name="book_sure"),
    path("bank/reviewed/", bank.review, name="review"),
    path("bank/statement.xlsx", bank.statement_xlsx, name="statement_xlsx"),
    path("bank/lines/<int:pk>/", lines.line, name="line"),
    path("bank/lines/<int:pk>/reopen/", bank.reopen, name="reopen"),
    path("bank/lines/<int:pk>/not-client/", bank.decide, {"verb": "not-client"}, name="not_client"),
    path("bank/lines/<int:pk>/accounting/", bank.decide, {"verb": "accounting"}, name="accounting"),
    path("payments/", lines.payments, name="payments"),
    path("payments/<int:pk>/", lines.payment, name="payment"),
    path("payments/<int:pk>/undo/", lines.undo, name="undo"),
    path("payments/<int:pk>/orders/<int:order>/back/", lines.unallocate, name="unallocate"),
    path("cash/", cash.cash, name="cash"),
    path("cash/book/", cash.cash_book, name="cash_book"),
    path("cash/book.xlsx", cash.cash_book_xlsx, name="cash_book_xlsx"),
    path("cash/<int:pk>/", cash.cash_order, name="cash_order"),
    path("cash/<int:pk>/ko1.pdf", cash.ko1, name="ko1"),
    path("cash/expenses/<int:pk>/", cash.cash_expense, name="cash_expense"),
]
