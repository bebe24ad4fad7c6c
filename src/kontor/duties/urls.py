from django.urls import path

from kontor.duties import views

app_name = "duties"
urlpatterns = [
    path("duties/", views.duties, name="list"),
    path("duties/new/", views.new, name="new"),
    path("duties/<int:pk>/tick/", views.tick, name="tick"),
    path("duties/<int:pk>/excuse/", views.excuse, name="excuse"),
    path("duties/<int:pk>/postpone/", views.postpone, name="postpone"),
]
