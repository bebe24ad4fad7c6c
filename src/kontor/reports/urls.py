from django.http import HttpResponse
from django.urls import path
app_name = "reports"
urlpatterns = [path("standard/<str:id>/", lambda r, id: HttpResponse(id), name="clause")]
