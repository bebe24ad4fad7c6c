from django.urls import path

from kontor.standards import views

app_name = "standards"
urlpatterns = [
    path("settings/", views.settings_page, name="settings"),
    path("settings/calendar/", views.calendar_page, name="calendar"),
    path("settings/<slug:key>/", views.setting_page, name="setting"),
]
