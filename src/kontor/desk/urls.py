from django.urls import path

from kontor.desk import goods

app_name = "desk"
urlpatterns = [
    path("products/", goods.products, name="products"),
    path("products/<int:pk>/", goods.product, name="product"),
]
