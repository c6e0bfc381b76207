"""Mails that the app has sent in this instance: the overlay keeps them in memory."""

MOST = 50


def sent(since=0):
    """[{number, to, subject, body}]; `body` holds the alternatives, too."""
    from django.core import mail

    found = []
    numbered = list(enumerate(list(getattr(mail, "outbox", None) or []), 1))
    for number, message in numbered[since:][-MOST:]:
        try:
            parts = [str(message.body)] + [str(part[0]) for part in getattr(message, "alternatives", None) or []]
            found.append({
                "number": number,
                "to": [str(to) for to in list(message.to)[:20]],
                "subject": str(message.subject)[:300],
                "body": "\n".join(parts)[:20000],
            })
        except Exception:
            continue
    return found
