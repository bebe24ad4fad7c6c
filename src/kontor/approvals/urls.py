from django.urls import path

from kontor.approvals import tables_views, views

app_name = "approvals"
urlpatterns = [
    path("approvals/", views.inbox, name="inbox"),
    path("approvals/<int:pk>/", views.one, name="request"),
    path("approvals/<int:pk>/decide/", views.decide, name="decide"),
    path("approvals/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("approvals/<int:pk>/files/<int:file_pk>/", views.file, name="file"),
    path("approvals/ask/<slug:kind>/<int:pk>/<slug:action>/<slug:consent>/", views.ask, name="ask"),
    path("decision-tables/", tables_views.tables, name="tables"),
    path("decision-tables/<slug:code>/", tables_views.table, name="table"),
    path("decision-tables/<slug:code>/change/", tables_views.change, name="change_table"),
]
