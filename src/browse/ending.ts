/** Links that end what is being looked at: opened by mistake, they would sign the actor out or take the row away. */
import type { PageLink } from '../html/page.ts';

const ENDING =
  /log[-_ ]?out|sign[-_ ]?out|log[-_ ]?off|salir|cerrar|desconnexion|deconnexion|abmelden|sair|cikis|delete|remove|eliminar|borrar|excluir|loeschen|supprimer/i;

export const isEnding = ({ path, text }: Pick<PageLink, 'path' | 'text'>): boolean =>
  ENDING.test(`${path} ${text}`);
