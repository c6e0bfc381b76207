/** Views that answer programs, of a library for APIs or written by hand. */
import { type Endpoint, isApiView } from '../bind/endpoint.ts';

/** By hand: it answers with JSON, draws no page, and looks for no CSRF token because it knows its callers otherwise. */
export const isApi = (endpoint: Endpoint): boolean => isApiView(endpoint) || isPlainJson(endpoint);

function isPlainJson({ route }: Endpoint): boolean {
  const calls = route.methods.flatMap((method) => method.calls);
  return (
    route.view.learner &&
    route.csrfExempt &&
    route.template === null &&
    calls.includes('JsonResponse') &&
    !calls.some((call) => ['render', 'redirect', 'TemplateResponse', 'HttpResponseRedirect'].includes(call))
  );
}
