from django.urls import path

from kontor.papers import views

app_name = "papers"
urlpatterns = [path("files/<int:pk>/", views.download, name="file")]
