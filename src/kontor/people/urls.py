"""Addresses of pages about people."""

from django.urls import path

from kontor.people import views

app_name = "people"
urlpatterns = [
    path("demo/sign-in/", views.demo_sign_in, name="demo_sign_in"),
    path("profile/", views.profile, name="profile"),
    path("staff/", views.staff_list, name="staff_list"),
    path("staff/new/", views.staff, name="staff_new"),
    path("staff/<int:pk>/", views.staff, name="staff"),
    path("staff/<int:pk>/sign-out/", views.end_sessions, name="end_sessions"),
    path("staff/roles/new/", views.role, name="role_new"),
    path("staff/roles/<int:pk>/", views.role, name="role"),
    path("staff/stand-ins/new/", views.stand_in, name="stand_in"),
    path("staff/stand-ins/<int:pk>/withdraw/", views.withdraw_stand_in, name="withdraw_stand_in"),
]
