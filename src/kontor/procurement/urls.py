from django.urls import path

from kontor.procurement import views

app_name = "procurement"
urlpatterns = [
    path("purchases/", views.requests, name="requests"),
    path("purchases/<int:pk>/", views.purchase_request, name="request"),
]
