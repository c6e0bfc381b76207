from django.conf import settings
from django.db import models
from django.urls import reverse


class Bookmark(models.Model):
    title = models.CharField(max_length=200)
    notes = models.TextField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta:
        ordering = ["-id"]

    def get_absolute_url(self):
        return reverse("detail", args=[self.pk])
