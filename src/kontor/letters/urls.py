from django.urls import path

from kontor.letters import views

app_name = "letters"
urlpatterns = [
    path("letters/", views.outbox, name="outbox"),
    path("letters/<int:pk>/", views.letter, name="letter"),
    path("letters/<int:pk>/again/", views.again, name="again"),
    path("letters/<int:pk>/files/<int:file>/", views.enclosure, name="enclosure"),
]
