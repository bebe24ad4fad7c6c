"""The demo's one address of its own."""

from django.urls import path

from kontor.demo import views

app_name = "demo"
urlpatterns = [path("demo/statement-today.txt", views.statement, name="statement")]
