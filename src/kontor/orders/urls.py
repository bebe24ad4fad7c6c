from django.urls import path

from kontor.orders import views

app_name = "orders"
urlpatterns = [
    path("orders/", views.orders, name="orders"),
    path("orders/new/", views.new, name="new"),
    path("orders/<int:pk>/", views.order, name="order"),
    path("orders/<int:pk>/terms/", views.terms, name="terms"),
    path("orders/<int:pk>/products/", views.products, name="products"),
    path("orders/<int:pk>/lines/", views.add_line, name="add_line"),
    path("orders/<int:pk>/lines/<int:line>/", views.set_line, name="set_line"),
    path("orders/<int:pk>/lines/<int:line>/remove/", views.remove_line, name="remove_line"),
    path("orders/<int:pk>/lines/<int:line>/substitute/", views.take_substitute, name="take_substitute"),
    path("orders/<int:pk>/offers/", views.answer_offer, name="answer_offer"),
    path("orders/<int:pk>/repeat/", views.repeat, name="repeat"),
    path("orders/<int:pk>/paste/", views.paste, name="paste"),
    path("orders/<int:pk>/confirmation.pdf", views.confirmation_pdf, name="confirmation"),
]
