// What a call calls, as AWS's own model of the service has it.
import type { Call } from '../model/call';
import { modelOfOptimized, type Catalog } from '../services/catalog';
import { mapRequest } from '../services/map-requests';
import type { Service, ServiceAction } from '../services/service';

export interface CalledAction {
  readonly service: Service;
  readonly action: ServiceAction;
}

/** The action that a task calls; `undefined` where the service's model is not known, or does not have it. */
export function calledAction({ by, resource, title }: Call, services: Catalog): CalledAction | undefined {
  if (by !== 'Task' || resource.kind !== 'integration') {
    return undefined;
  }
  if (!resource.sdk) {
    return services.optimized(title);
  }
  const service = services.get(resource.service.text);
  const action = service?.action(resource.action.text);
  return service && action && { service, action };
}

/** What a call hands over, and to what; also that of a Map's reader and writer, which the service's own model does not know. */
export function calledRequest(call: Call, services: Catalog): CalledAction | undefined {
  return call.by === 'Task' ? calledAction(call, services) : call.action && call.resource.kind === 'integration' ? mapRequest(call.resource.action.text) : undefined;
}

/** The name of the file that has the called action; `undefined` where there is none. */
export function modelOf({ resource, title }: Call): string | undefined {
  return resource.kind !== 'integration' ? undefined : resource.sdk ? resource.service.text : modelOfOptimized(title);
}
