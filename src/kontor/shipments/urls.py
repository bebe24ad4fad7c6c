from django.urls import path

from kontor.shipments import views

app_name = "shipments"
urlpatterns = [
    path("warehouse/", views.tray, name="tray"),
    path("warehouse/picking/<int:pk>/", views.picking, name="picking"),
    path("warehouse/picking/<int:pk>/scan/", views.scan, name="scan"),
    path("warehouse/picking/<int:pk>/finish/", views.finish, name="finish"),
    path("warehouse/picking/<int:pk>/list.pdf", views.picking_pdf, name="picking_list"),
    path("shipments/", views.shipments, name="list"),
    path("shipments/<int:pk>/", views.shipment, name="shipment"),
    path("shipments/<int:pk>/waybill.pdf", views.waybill_pdf, name="waybill"),
]
