/** Links that end what is being looked at: opened by mistake, they would sign the actor out or take the row away. */
import type { PageLink } from '../html/page.ts';

type Said = Pick<PageLink, 'path' | 'text'>;
const SIGN_OUT =
  /log(ged)?[-_ ]?out|sign(ed)?[-_ ]?out|log[-_ ]?off|\b(exit|quit)\b|выйти|выход|uitloggen|wyloguj|salir|cerrar|desconnexion|deconnexion|abmelden|sair|cikis/i;
const REMOVE = /delete|remove|cancel|eliminar|borrar|excluir|loeschen|supprimer/i;

export const signsOut = ({ path, text }: Said): boolean =>
  SIGN_OUT.test(`${path} ${text}`) && !REMOVE.test(`${path} ${text}`);
export const isEnding = ({ path, text }: Said): boolean =>
  SIGN_OUT.test(`${path} ${text}`) || REMOVE.test(`${path} ${text}`);
