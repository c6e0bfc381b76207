"""Words by which models say that the public may see a row; compared word by word, without accents, in lower case.

English, Spanish, Portuguese, German, French, Italian, Dutch, Russian, Turkish, Polish.
"""

SHOWN = set((
    "published publish public live approved approve accepted active enabled visible moderated show shown online released "
    "publicado publicada publico publica publicar aprobado aprobada activo activa aceptado "
    "aprovado aprovada ativo ativa visivel aceito "
    "veroffentlicht veroeffentlicht offentlich oeffentlich freigegeben aktiv sichtbar genehmigt akzeptiert freigeschaltet "
    "publie publiee approuve approuvee actif actives valide validee "
    "pubblicato pubblicata pubblico approvato approvata attivo attiva visibile "
    "gepubliceerd openbaar goedgekeurd actief zichtbaar "
    "опубликовано опубликован опубликована публично одобрено одобрен активно активен виден "
    "yayinda yayinlandi yayinlanmis onayli onaylandi aktif "
    "opublikowany opublikowane publiczny zatwierdzony aktywny widoczny"
).split())

HIDDEN = set((
    "draft drafted hidden private deleted removed spam unpublished pending rejected archived disabled banned blocked "
    "inactive trash trashed review "
    "borrador oculto oculta privado privada eliminado eliminada pendiente rechazado archivado inactivo "
    "rascunho excluido removido pendente rejeitado arquivado inativo "
    "entwurf versteckt privat geloscht geloescht ausstehend abgelehnt archiviert inaktiv gesperrt "
    "brouillon masque masquee prive privee supprime supprimee rejete archive inactif attente "
    "bozza nascosto privato eliminato rifiutato archiviato "
    "concept verborgen prive verwijderd afgewezen "
    "черновик скрыто скрыт удалено удален отклонено "
    "taslak gizli silindi silinmis beklemede "
    "szkic ukryty prywatny usuniety"
).split())

NOT = set("not no non nicht nao niet degil nie".split())

STATUS = set((
    "status state stage visibility moderation approval "
    "estado estatus visibilidad situacao visibilidade zustand sichtbarkeit freigabe "
    "statut etat visibilite stato visibilita zichtbaarheid статус состояние durum stan"
).split())

# Beginnings of words, for they have many endings.
PUBLICATION = (
    "publi", "pubbli", "gepubli", "veroffentlich", "veroeffentlich", "releas", "parution", "публик", "опублик", "yayin",
    "opublik",
)

DATES = set((
    "date datetime time day on at created made written added posted "
    "fecha creado creada creacion data criado criacao datum erstellt erstellung cree creation "
    "creato gemaakt aangemaakt дата создано tarih olusturma utworzono"
).split())
