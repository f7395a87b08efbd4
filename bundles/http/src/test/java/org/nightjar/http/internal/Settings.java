package org.nightjar.http.internal;

import java.lang.annotation.Annotation;

record Settings(String host, int port, int maxBodyMegabytes) implements HttpSettings {
  @Override
  public Class<? extends Annotation> annotationType() {
    return HttpSettings.class;
  }
}
