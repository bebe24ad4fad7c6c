from django.urls import path

from kontor.documents import views

urlpatterns = [path("papers/<slug:kind>/<int:pk>/<slug:name>/", views.act, name="act")]
