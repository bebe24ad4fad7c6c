from django.urls import path

from kontor.reports import views

app_name = "reports"
urlpatterns = [
    path("standard/", views.standard, name="standard"),
    path("standard.xlsx", views.standard_xlsx, name="standard_xlsx"),
    path("standard/<str:id>/", views.one, name="clause"),
]
